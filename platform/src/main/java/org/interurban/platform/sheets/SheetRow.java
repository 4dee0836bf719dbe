package org.interurban.platform.sheets;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of an uploaded sheet.
 *
 * @param position the row's number as spreadsheet programs count it
 * @param part which of the records it is that the row makes, from 1
 * @param mended cells put right by a person, by field
 * @param kept the fields of which the record keeps what it has
 * @param taken the fields that it gives although another document says otherwise
 * @param decision {@value Judge#SKIP}, {@value Judge#CREATE}, or the key of the record that is meant
 */
record SheetRow(
        int position,
        int part,
        List<String> cells,
        Map<String, String> mended,
        List<String> kept,
        List<String> taken,
        @Nullable String decision) {

    /** Of scripts in which the name of the family comes first, and nothing stands between. */
    private static final Pattern SYLLABLES = Pattern.compile("[\\p{IsHangul}\\p{IsHan}]+");

    /** How pages name the row, or one of the records that it makes. */
    public String place() {
        return place(position, part);
    }

    static String place(int position, int part) {
        return part == 1 ? Integer.toString(position) : position + "." + part;
    }

    /** As it stands in the sheet. */
    SheetRow unmended() {
        return new SheetRow(position, part, cells, Map.of(), kept, taken, decision);
    }

    /** What stands in the field's column, unless a person wrote something else; where nothing does, what was said for all rows. */
    public String cell(String field, Part of) {
        var written = mended.get(field);
        if (written != null) {
            return written;
        }
        var cell = joined(in(field, of), in(SheetField.family(field), of), in(SheetField.given(field), of));
        return cell.isEmpty() ? of.said().getOrDefault(field, "") : cell;
    }

    SheetRow with(List<String> others) {
        return new SheetRow(position, part, others, mended, kept, taken, decision);
    }

    boolean holds(int column) {
        return column < cells.size() && !cells.get(column).isEmpty();
    }

    private String in(String field, Part of) {
        var column = of.columns().get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    /** A name from its columns; what stands under "Name" beside one of its parts is the other part, unless it holds both. */
    private static String joined(String whole, String family, String given) {
        if (whole.isEmpty()) {
            return SYLLABLES.matcher(family).matches() ? family + given : (given + " " + family).strip();
        }
        if (family.isEmpty() && !whole.contains(given)) {
            return joined("", whole, given);
        }
        return given.isEmpty() && !whole.contains(family) ? joined("", family, whole) : whole;
    }
}
