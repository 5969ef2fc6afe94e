/** Where the page's programs show what the device can do: keep the page, share it. Empty and unseen without JavaScript. */
export function CorridorTools() {
  return <div class="cluster no-print" data-keep-page hidden />;
}
