// What stands behind the # of a one-time link never reaches a log: it is taken from the address and put into its field.
const field = document.querySelector("input[id$=':secret']");
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.substring(1));
  history.replaceState(null, "", location.pathname);
}
