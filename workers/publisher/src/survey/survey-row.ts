import type { SurveyService } from "@openremit/shared/contracts";

/** A service with where it stands in its file and what it says, in short. */
export interface SurveyRow {
  readonly service: SurveyService;
  readonly valueHash: string;
}
