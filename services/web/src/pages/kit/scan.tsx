import { QrCode } from "../../layout/qr-code.tsx";
import { useWords } from "../../words/words.ts";

export interface ScanProps {
  /** Whole address; null where it is not known. */
  readonly address: string | null;
  readonly text: string;
}

/** The way from paper to the page: a picture for cameras, and the address in words for everybody else. */
export function Scan({ address, text }: ScanProps) {
  const { t } = useWords();
  if (address === null) return null;
  return (
    <div class="scan">
      <QrCode text={address} label={t("print.qr_label")} />
      <div class="stack">
        <p>{text}</p>
        <p class="address">
          <bdi dir="ltr">{address.replace(/^https?:\/\//, "")}</bdi>
        </p>
      </div>
    </div>
  );
}
