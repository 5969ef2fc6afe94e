import { isWeekend, shiftDay } from "@openremit/shared/domain";
import type { RateTask } from "../adapter.ts";

/** The first day to ask for: what is known last; at most `mostDays` back. */
export function firstDay({ since, today }: RateTask, mostDays: number): string {
  const earliest = shiftDay(today, -mostDays);
  if (since > today) return today;
  return since > earliest ? since : earliest;
}

/** The weekdays from there to today, oldest first: for publishers that answer one day at a time. */
export function weekdaysAsked(task: RateTask, mostDays: number): readonly string[] {
  return daysAsked(task, mostDays).filter((day) => !isWeekend(day));
}

export function daysAsked(task: RateTask, mostDays: number): readonly string[] {
  const days: string[] = [];
  for (let day = firstDay(task, mostDays); day <= task.today; day = shiftDay(day, 1)) days.push(day);
  return days;
}
