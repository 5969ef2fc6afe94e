/** @jsxImportSource react */
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { RemitCompareChangeEvent, RemitCompareElement } from "../../services/web/widget/remit-compare.d.ts";
import type {} from "../../services/web/widget/remit-compare-react.d.ts";

/** An organisation's page made with React 19, with the types that are shipped. Runs in the browser. */
function Host() {
  const element = useRef<RemitCompareElement>(null);
  const [amount, setAmount] = useState(200);
  const [isShown, setShown] = useState(true);
  const [heard, setHeard] = useState("nothing");
  useEffect(() => {
    const hear = ({ detail }: RemitCompareChangeEvent) => setHeard(`${detail.corridor} ${detail.amount}`);
    const widget = element.current;
    widget?.addEventListener("remit-compare:change", hear);
    return () => widget?.removeEventListener("remit-compare:change", hear as EventListener);
  }, []);
  return (
    <>
      <button type="button" onClick={() => setAmount(500)}>
        More
      </button>
      <button type="button" onClick={() => setShown(!isShown)}>
        Show or hide
      </button>
      <output>{heard}</output>
      {isShown && (
        <remit-compare ref={element} from="BE" to="MA" amount={amount} lang="fr" theme="light">
          <a href="https://openremit.example/fr/be-ma">Comparer</a>
        </remit-compare>
      )}
    </>
  );
}

const place = document.querySelector("#react");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <Host />
    </StrictMode>,
  );
}
