package org.interurban.platform.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.interurban.platform.authority.Access;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A list, said once: what its rows and columns are, what it can be asked, who may ask, and where. As a bean of its module it is answered
 * at its addresses as JSON, CSV and XLSX and described for programs.
 *
 * @param addresses without an ending; those of the interface begin with {@code /api/}, at a page's only sheets are answered
 * @param rows from the code in the address, empty where there is none, and what is asked
 * @param access null as long as nobody said who may ask; the application does not start with such a list
 * @param codes the columns, by the names of their filters and properties, whose cells are among a few codes, with all of these
 * @param sheetOf an example of what has to be asked for a sheet, empty where all rows may be in one
 */
public record Listing<T>(
        List<String> addresses,
        Sheet<T> sheet,
        ListQuery.Terms terms,
        BiFunction<String, ListQuery, Slice<T>> rows,
        @Nullable Access access,
        String sheetOf,
        ListForm form,
        Map<String, List<String>> codes) {

    static final String INTERFACE = "/api/";

    public static <T> Listing<T> of(Sheet<T> sheet, ListQuery.Terms terms, Function<ListQuery, Slice<T>> rows) {
        return below(sheet, terms, (nothing, query) -> rows.apply(query));
    }

    /** Below a record whose code is in the address, as the rounds of a programme are. */
    public static <T> Listing<T> below(
            Sheet<T> sheet, ListQuery.Terms terms, BiFunction<String, ListQuery, Slice<T>> rows) {
        return new Listing<>(List.of(), sheet, terms, rows, null, "", ListForm.NONE, Map.of());
    }

    public Listing<T> at(String... places) {
        return new Listing<>(List.of(places), sheet, terms, rows, access, sheetOf, form, codes);
    }

    /** For everyone, without an account; what of it each sees is asked when the rows are read. */
    public Listing<T> forEveryone() {
        return new Listing<>(addresses, sheet, terms, rows, Access.OPEN, sheetOf, form, codes);
    }

    /** For those who hold the permission, somewhere; where is asked when the rows are read. */
    public Listing<T> forThose(Permission permission) {
        return new Listing<>(addresses, sheet, terms, rows, new Access(permission, false), sheetOf, form, codes);
    }

    /** For those who hold the permission for the whole network. */
    public Listing<T> forNetwork(Permission permission) {
        return new Listing<>(addresses, sheet, terms, rows, new Access(permission, true), sheetOf, form, codes);
    }

    /** What people are asked on its page to narrow it. */
    public Listing<T> asking(ListForm questions) {
        return new Listing<>(addresses, sheet, terms, rows, access, sheetOf, questions, codes);
    }

    /** The column of this name holds one of these codes, and no other. */
    public <E extends Enum<E> & Coded> Listing<T> coded(String column, Class<E> choices) {
        var more = new HashMap<>(codes);
        more.put(column, Coded.codes(choices));
        return new Listing<>(addresses, sheet, terms, rows, access, sheetOf, form, Map.copyOf(more));
    }

    /** A sheet holds what was asked for only, since all rows are too many. */
    public Listing<T> sheetsOnlyOfSome(String example) {
        return new Listing<>(addresses, sheet, terms, rows, access, example, form, codes);
    }
}
