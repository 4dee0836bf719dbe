package org.interurban.platform.directory;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds cities and other organisations: by code, by id, or by any name they go by. */
@Service
public class Directory {

    /**
     * An organisation as other pages mention it.
     *
     * @param name in the reader's language
     * @param localName as its people write it; null where that is the same
     */
    public record Entry(
            OrganisationId id,
            String code,
            boolean city,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        public String link() {
            return (city ? "/cities/" : "/organisations/") + code;
        }

        /** Its name, with its country where that is known. */
        public String named() {
            return new Told(name, country, null).toString();
        }

        /** What tells it from all others of its name; {@link #findByName} finds it by this again. */
        public String told() {
            return new Told(name, country, code).toString();
        }
    }

    /** What a name leads to. */
    public sealed interface Match {
        /** The name, or one of its other names, is known as written. */
        record Known(Entry entry) implements Match {}

        /** No such name is known, but one that is spelt much like it. */
        record Likely(Entry entry, String nameKnown, double similarity) implements Match {}

        /** Several go by this name, or are spelt much like it. */
        record Several(List<Entry> entries) implements Match {}

        record None() implements Match {}

        /** What people can write instead, so that there is no doubt. */
        default List<String> perhaps() {
            return switch (this) {
                case Known(var entry) -> List.of(entry.told());
                case Likely likely -> List.of(likely.entry().told());
                case Several(var entries) ->
                    entries.stream().map(Entry::told).distinct().toList();
                case None() -> List.of();
            };
        }
    }

    static final String COLUMNS = """
        o.id, o.code, o.local_government, in_language(o.name, o.name_translations, :language) as name,
        case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.country,
        o.time_zone, o.latitude, o.longitude
        """;

    static final RowMapper<Entry> ENTRY = (rs, row) -> new Entry(
            new OrganisationId(rs.getObject("id", UUID.class)),
            rs.getString("code"),
            rs.getBoolean("local_government"),
            rs.getString("name"),
            rs.getString("local_name"),
            rs.getString("local_language"),
            rs.getString("country"),
            rs.getString("time_zone"),
            rs.getObject("latitude", Double.class),
            rs.getObject("longitude", Double.class));

    /** Names less alike than this are different names; two candidates closer than the margin cannot be told apart. */
    private static final double ALIKE = 0.5;

    private static final double MARGIN = 0.1;

    private record Candidate(Entry entry, String nameKnown, double similarity) {}

    private final JdbcClient sql;

    Directory(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Entry> find(String code, Locale locale) {
        return sql.sql("select " + COLUMNS + " from organisation o where o.code = :code")
                .param("language", locale.getLanguage())
                .param("code", code)
                .query(ENTRY)
                .optional();
    }

    /** The organisations with these codes, by code; unknown codes are left out. */
    public Map<String, Entry> find(Collection<String> codes, Locale locale) {
        return sql
                .sql("select " + COLUMNS + " from organisation o where o.code = any(:codes)")
                .param("language", locale.getLanguage())
                .param("codes", codes.toArray(String[]::new))
                .query(ENTRY)
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::code, Function.identity()));
    }

    public Optional<OrganisationId> idOf(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new);
    }

    /** Whom a name means: in any script, abbreviated, or slightly misspelt. */
    public Match findByName(String name, Locale locale) {
        var told = Told.of(name);
        if (told.code() != null) {
            var coded = find(told.code(), locale);
            if (coded.isPresent()) {
                return new Match.Known(coded.get());
            }
        }
        var known = called(name, locale);
        if (known.isEmpty() && told.country() != null) {
            known = called(told.name(), locale).stream()
                    .filter(entry -> told.country().equals(entry.country()))
                    .toList();
        }
        return switch (known.size()) {
            case 0 -> findAlike(Names.fold(name), locale);
            case 1 -> new Match.Known(known.getFirst());
            default -> new Match.Several(known);
        };
    }

    private List<Entry> called(String name, Locale locale) {
        return sql.sql("select distinct " + COLUMNS + """
             from organisation o join organisation_name n on n.organisation = o.id
            where n.folded = :folded or o.code = :name order by code
            """)
                .param("language", locale.getLanguage())
                .param("folded", Names.fold(name))
                .param("name", name.strip())
                .query(ENTRY)
                .list();
    }

    private Match findAlike(String folded, Locale locale) {
        var alike = sql.sql("""
            select * from (
              select distinct on (o.id) n.name as name_known, similarity(n.folded, :folded)::float8 as alike,
            """ + COLUMNS + """
                from organisation o join organisation_name n on n.organisation = o.id
               where n.folded % :folded
               order by o.id, alike desc) best
             where alike >= :least order by alike desc limit 5
            """)
                .param("language", locale.getLanguage())
                .param("folded", folded)
                .param("least", ALIKE)
                .query((rs, row) ->
                        new Candidate(ENTRY.mapRow(rs, row), rs.getString("name_known"), rs.getDouble("alike")))
                .list();
        if (alike.isEmpty()) {
            return new Match.None();
        }
        var best = alike.getFirst();
        if (alike.size() == 1 || best.similarity() - alike.get(1).similarity() >= MARGIN) {
            return new Match.Likely(best.entry(), best.nameKnown(), best.similarity());
        }
        return new Match.Several(alike.stream().map(Candidate::entry).toList());
    }
}
