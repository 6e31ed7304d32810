// The folded menu of a phone that is turned, or of a window that grows, has its place beside the
// page again: what was opened over it goes.
const menu = document.getElementById('desk-menu');

if (menu?.hidePopover) {
  matchMedia('(width >= 64rem)').addEventListener('change', (wide) => {
    if (wide.matches && menu.matches(':popover-open')) menu.hidePopover();
  });
}
