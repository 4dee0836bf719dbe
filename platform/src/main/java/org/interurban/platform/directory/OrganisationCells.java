package org.interurban.platform.directory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.gazetteer.BareNames;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Reading.Unfit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cells that name a city or another body, in any script and spelling. */
@Component
public class OrganisationCells {

    private final JdbcClient sql;

    OrganisationCells(JdbcClient sql) {
        this.sql = sql;
    }

    /** All names as they are now, for one sheet. */
    public Known known() {
        var known = new Known();
        sql.sql("""
            select o.code, o.name, o.country, n.name as called
              from organisation o left join organisation_name n on n.organisation = o.id
             order by o.code
            """).query(rs -> {
            known.add(rs.getString("code"), rs.getString("name"), rs.getString("country"), rs.getString("called"));
        });
        return known;
    }

    /** What names lead to. */
    public static final class Known {

        private static final int MOST_ALIKE = 5;

        private final NameIndex names = new NameIndex();
        private final Map<String, String> labels = new HashMap<>();

        /** Names by what they are without the words for a city. */
        private final Map<String, Set<String>> byBareName = new HashMap<>();

        private Known() {}

        private void add(String code, String name, String country, String called) {
            labels.put(code, country == null ? name : name + ", " + country);
            add(name, code);
            if (called != null) {
                add(called, code);
            }
        }

        private void add(String name, String code) {
            names.add(name, code);
            byBareName
                    .computeIfAbsent(BareNames.of(name), key -> new LinkedHashSet<>())
                    .add(name);
        }

        /** The name and country of the body with the code. */
        public String label(String code) {
            return labels.getOrDefault(code, code);
        }

        /** The code of the body a cell names, else what it may have meant. */
        public Reading read(String cell) {
            var told = Told.of(cell);
            if (told.code() != null && labels.containsKey(told.code())) {
                return new Reading.Value(told.code());
            }
            var same = called(cell);
            if (same.isEmpty() && told.country() != null) {
                same = called(told.name());
                same.removeIf(code -> !label(code).endsWith(", " + told.country()));
            }
            if (same.size() == 1) {
                return new Reading.Value(same.iterator().next());
            }
            return same.isEmpty()
                    ? new Unfit(
                            "unknown-body",
                            "",
                            Stream.concat(
                                            byBareName.getOrDefault(BareNames.of(cell), Set.of()).stream(),
                                            names.alike(cell).stream().map(NameIndex.Alike::name))
                                    .distinct()
                                    .limit(MOST_ALIKE)
                                    .toList())
                    : new Unfit("several-bodies", String.join("; ", labels(same)), labels(same));
        }

        /** By name, or by a code, which may be the name of others. */
        private Set<String> called(String name) {
            var codes = new LinkedHashSet<>(names.same(name));
            if (labels.containsKey(name)) {
                codes.add(name);
            }
            return codes;
        }

        private List<String> labels(Set<String> codes) {
            return codes.stream().map(code -> label(code) + " (" + code + ")").toList();
        }
    }
}
