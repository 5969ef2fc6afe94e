/**
 * Inside a frame on somebody's page: tells the page around it how high it is, whoever that page is, and nothing else.
 * Where WordPress made the frame it shuts it off so far that links lead nowhere, and gives it a secret to ask by: then
 * heights are told as WordPress wants them, and so is the address of our own page once a reader taps the link to it.
 */
const [, secret] = /[?&]secret=([a-z0-9]+)/i.exec(location.hash) ?? [];

if (window.parent !== window) {
  const tell = (message: object) => window.parent.postMessage(message, "*");

  const tellHeight = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    tell({ type: "remit-compare:height", height });
    if (secret !== undefined) tell({ message: "height", value: height, secret });
  };

  new ResizeObserver(tellHeight).observe(document.documentElement);
  // Whoever listens only now has missed what was told before.
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.type === "remit-compare:ask") tellHeight();
  });

  if (secret !== undefined) {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a")) {
      if (link.target === "") link.hash = location.hash;
      else
        link.addEventListener("click", (event) => {
          event.preventDefault();
          tell({ message: "link", value: link.href, secret });
        });
    }
  }
}
