import type { VisitRecord, WaitingReports } from "@openremit/shared/storage";
import { TableSection, timeText } from "./table.tsx";

/** Visits that two people entered differently, or that look odd. */
export function VisitsSection({ count, visits }: { readonly count: number; readonly visits: readonly VisitRecord[] }) {
  const rows = visits.map((visit) => ({
    key: visit.visitId,
    cells: [
      visit.visitId.slice(0, 8),
      visit.state,
      `${visit.provider}, ${visit.corridorKey}, ${visit.amount}`,
      timeText(visit.visitedAt),
      visit.entries.map(({ label }) => label).join(", "),
    ],
  }));
  return (
    <TableSection
      id="visits"
      title="Visits to shops that wait"
      none="None waits."
      heads={["Visit", "State", "What", "When", "Entered by"]}
      rows={rows}
    >
      <p>{`${count} wait, the oldest first. Decide with npm run visits, which shows both entries beside each other.`}</p>
    </TableSection>
  );
}

/** Wrong prices that readers reported. What they wrote is shown where it is judged. */
export function ReportsSection({ reports: { count, oldest } }: { readonly reports: WaitingReports }) {
  const rows = oldest.map((report) => ({
    key: report.reportId,
    cells: [report.reportId.slice(0, 8), `${report.provider}, ${report.corridorKey}`, timeText(report.receivedAt)],
  }));
  return (
    <TableSection
      id="reports"
      title="Reports that wait"
      none="None waits."
      heads={["Report", "About", "Received"]}
      rows={rows}
    >
      <p>{`${count} wait, the oldest first. Judge them with npm run reports.`}</p>
    </TableSection>
  );
}
