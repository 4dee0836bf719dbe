// Comfort of the workbench: moving through the matrix, locking by keys, solving again without a new page.
// Without this file every link and form does the same with a page each.

document.documentElement.classList.add("scripts");
const CELL = 27;
const HEAD = 150;
const NAMES = 178;

const bench = () => document.getElementById("bench");
const matrix = () => document.getElementById("matrix");
const ids = name => [...matrix().querySelectorAll(`.matrix-${name} text`)].map(text => text.dataset.id);

let asked = 0;

/** Marks the cell at once and has the panel follow when the hand rests. */
function select(row, column) {
  const rows = ids("names");
  const columns = ids("heads");
  row = Math.max(0, Math.min(rows.length - 1, row));
  column = Math.max(0, Math.min(columns.length - 1, column));
  if (rows[row] === columns[column]) return;
  matrix().dataset.a = rows[row];
  matrix().dataset.b = columns[column];
  const cell = document.getElementById("cell");
  cell.classList.remove("off");
  cell.setAttribute("transform", `translate(${column * CELL} ${row * CELL})`);
  for (const [name, at] of [["names", row], ["heads", column]]) {
    const texts = matrix().querySelectorAll(`.matrix-${name} text`);
    texts.forEach((text, i) => text.classList.toggle("selected", i === at));
    const band = matrix().querySelector(`.matrix-${name} .head-band`);
    if (name === "names") band?.setAttribute("y", at * CELL);
    else band?.setAttribute("transform", `translate(${at * CELL} 0)`);
  }
  show(row, column);
  clearTimeout(asked);
  asked = setTimeout(ask, 140);
}

function show(row, column) {
  const box = matrix();
  const left = NAMES + column * CELL;
  const top = HEAD + row * CELL;
  if (left < box.scrollLeft + NAMES) box.scrollLeft = left - NAMES;
  if (left + CELL > box.scrollLeft + box.clientWidth) box.scrollLeft = left + CELL - box.clientWidth + 8;
  if (top < box.scrollTop + HEAD) box.scrollTop = top - HEAD;
  if (top + CELL > box.scrollTop + box.clientHeight) box.scrollTop = top + CELL - box.clientHeight + 8;
}

function ask() {
  const query = new URLSearchParams(bench().dataset.query);
  query.set("a", matrix().dataset.a);
  query.set("b", matrix().dataset.b);
  query.set("view", "matrix");
  bench().dataset.query = `?${query}`;
  htmx.ajax("GET", `${bench().dataset.address}/pair?${query}`, { target: "#panel", swap: "outerHTML" });
  history.replaceState(null, "", `${bench().dataset.address}?${query}`);
}

document.addEventListener("click", event => {
  if (!matrix()) return;
  const cells = event.target.closest(".matrix-cells");
  const name = event.target.closest(".matrix-heads text, .matrix-names text");
  if (cells) {
    const box = cells.getBoundingClientRect();
    select(Math.floor((event.clientY - box.top) / CELL), Math.floor((event.clientX - box.left) / CELL));
  } else if (name) {
    const isRow = Boolean(name.closest(".matrix-names"));
    const row = isRow ? ids("names").indexOf(name.dataset.id) : ids("names").indexOf(matrix().dataset.a);
    const column = isRow ? ids("heads").indexOf(matrix().dataset.b) : ids("heads").indexOf(name.dataset.id);
    select(row, column);
  }
});

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !bench()) return;
  const writing = event.target.closest("input, textarea, select");
  if (event.key === "Enter" && event.target.id === "reason" && event.target.form.dataset.kind) {
    event.preventDefault();
    // a click, since htmx sends the name of the button that was clicked, not of the one that submits
    document.getElementById(`lock-${event.target.form.dataset.kind}`).click();
    return;
  }
  if (writing) return;
  if (event.target === matrix() && MOVES[event.key]) {
    event.preventDefault();
    const [down, right] = MOVES[event.key];
    select(ids("names").indexOf(matrix().dataset.a) + down, ids("heads").indexOf(matrix().dataset.b) + right);
  } else if (event.target === matrix() && event.key === "Enter") {
    event.preventDefault();
    document.getElementById("reason")?.focus();
  } else if (event.key === "m" || event.key === "n") {
    const reason = document.getElementById("reason");
    if (!reason) return;
    event.preventDefault();
    reason.form.dataset.kind = event.key === "m" ? "must" : "must-not";
    reason.focus();
  }
});

// what is selected comes into sight, and the hand stays where it was
const settle = () => {
  if (matrix()) show(ids("names").indexOf(matrix().dataset.a), ids("heads").indexOf(matrix().dataset.b));
};
settle();
addEventListener("load", settle);
document.addEventListener("htmx:afterSettle", event => {
  if (event.target.id === "bench") settle();
});
