package org.interurban.pairing.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of a page; every text from outside passes through {@link #text}. */
final class Html {

    private Html() {}

    static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A column of a table; numbers stand to the right. */
    record Column(String title, boolean number) {
        static Column words(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    /** A row of a table, each cell plain text; the first names the row. */
    record Line(boolean marked, List<String> cells) {
        static Line of(String... cells) {
            return new Line(false, List.of(cells));
        }
    }

    static String table(String caption, List<Column> columns, List<Line> lines) {
        var head = columns.stream()
                .map(column -> "<th scope=\"col\"%s>%s</th>".formatted(number(column), text(column.title)))
                .collect(Collectors.joining());
        var body = lines.stream().map(line -> row(columns, line)).collect(Collectors.joining("\n"));
        return """
            <div class="scroll" role="region" aria-label="%s" tabindex="0"><table>
            <caption>%s</caption>
            <thead><tr>%s</tr></thead>
            <tbody>
            %s
            </tbody>
            </table></div>
            """.formatted(text(caption), text(caption), head, body);
    }

    private static String row(List<Column> columns, Line line) {
        var row = new StringBuilder(line.marked ? "<tr class=\"proposed\">" : "<tr>");
        for (var i = 0; i < columns.size(); i++) {
            row.append(i == 0 ? "<th scope=\"row\"" : "<td")
                    .append(number(columns.get(i)))
                    .append('>')
                    .append(text(line.cells.get(i)))
                    .append(i == 0 ? "</th>" : "</td>");
        }
        return row.append("</tr>").toString();
    }

    private static String number(Column column) {
        return column.number ? " class=\"number\"" : "";
    }
}
