import { jest } from "@jest/globals";

/** Real servers and browsers start as fast as the machine they share; what they do is judged, not how soon. */
jest.setTimeout(60_000);
