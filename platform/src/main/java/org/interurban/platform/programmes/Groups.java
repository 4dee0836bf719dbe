package org.interurban.platform.programmes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups in which bodies take part in programmes, each in the order of its programme. */
@Repository
public class Groups {

    /** @param cities as the programme states them */
    record Line(
            String programme,
            String code,
            String name,
            GroupColour colour,
            @Nullable String counterpart,
            @Nullable String counterpartName,
            @Nullable Integer cities) {}

    static final Sheet<Line> SHEET = Sheet.of("groups", Line.class);

    static final ListSql<Line> LIST = ListSql.of("""
        select cast(:in as text) as programme, g.code, in_language(g.name, g.name_translations, :language) as name, g.colour,
               g.counterpart, in_language(c.name, c.name_translations, :language) as counterpart_name, g.cities, g.position
          from programme_group g
          left join programme_group c on c.programme = g.programme and c.code = g.counterpart
        """, Line.class)
            .always("g.programme = :of")
            .search("concat_ws(' ', g.code, g.name, g.name_translations::text)")
            .sort("name", "lower(name)")
            .usually("position, code");

    private static final int CODE_LENGTH = 40;
    private static final int ROOM_FOR_NUMBER = 4;
    private static final String GROUP = """
        select programme, code, localized(name, name_translations) as name, colour, counterpart, cities, version from programme_group
        """;

    private final JdbcClient sql;

    Groups(JdbcClient sql) {
        this.sql = sql;
    }

    /** Names by code, in the order of the programme. */
    public Map<String, String> names(ProgrammeId programme, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        all(programme).forEach(group -> names.put(group.code(), group.name().in(locale)));
        return names;
    }

    /**
     * The code of the group that is written so, by its code or its name in any language, in large or small letters. A programme that has
     * no such group gets it; for files, which name groups as they like.
     */
    public String known(ProgrammeId programme, String written) {
        return all(programme).stream()
                .filter(group -> isCalled(group, written))
                .map(ProgrammeGroup::code)
                .findFirst()
                .orElseGet(() -> {
                    var name = written.substring(0, Math.min(written.length(), ProgrammeGroup.NAME_LENGTH));
                    var group = new ProgrammeGroup(
                            programme,
                            free(programme, name),
                            LocalizedText.of(name),
                            nextColour(programme),
                            null,
                            null,
                            0);
                    insert(group);
                    return group.code();
                });
    }

    private static boolean isCalled(ProgrammeGroup group, String written) {
        return Stream.concat(Stream.of(group.code(), group.name().original()), group.name().words().values().stream())
                .anyMatch(written::equalsIgnoreCase);
    }

    List<ProgrammeGroup> all(ProgrammeId programme) {
        return sql.sql(GROUP + " where programme = ? order by position, code")
                .param(programme)
                .query(ProgrammeGroup.class)
                .list();
    }

    Optional<ProgrammeGroup> find(ProgrammeId programme, String code) {
        return all(programme).stream()
                .filter(group -> group.code().equals(code))
                .findFirst();
    }

    /** A code for a new one, of its name; whoever asks works on the programme alone. */
    String free(ProgrammeId programme, String name) {
        var taken = names(programme, Locale.ROOT).keySet();
        var slug = Slug.of(name, "group");
        var wanted = slug.substring(0, Math.min(slug.length(), CODE_LENGTH - ROOM_FOR_NUMBER));
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? wanted : wanted + "-" + n)
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** The first that no group of the programme has yet. */
    GroupColour nextColour(ProgrammeId programme) {
        var used = all(programme).stream().map(ProgrammeGroup::colour).toList();
        return Stream.of(GroupColour.values())
                .filter(colour -> !used.contains(colour))
                .findFirst()
                .orElse(GroupColour.BLUE);
    }

    /** A new one stands last until it is placed. */
    void insert(ProgrammeGroup group) {
        write("""
            insert into programme_group (id, programme, code, name, name_translations, position, colour, counterpart, cities, version)
            select gen_random_uuid(), :programme, :code, original_of(:name), translations_of(:name),
                   coalesce(max(position), 0) + 1, :colour,
                   :counterpart, :cities, :version
              from programme_group where programme = :programme
            """, group);
        answer(group);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(ProgrammeGroup group) {
        var isChanged = write("""
            update programme_group set name = original_of(:name), name_translations = translations_of(:name), colour = :colour,
                   counterpart = :counterpart, cities = :cities, version = version + 1
             where programme = :programme and code = :code and version = :version
            """, group) == 1;
        if (isChanged) {
            answer(group);
        }
        return isChanged;
    }

    /** A counterpart that had none itself has this one from now on. */
    private void answer(ProgrammeGroup group) {
        write("""
            update programme_group set counterpart = :code, version = version + 1
             where programme = :programme and code = :counterpart and counterpart is null
            """, group);
    }

    /** Each part of a group by its name. */
    private int write(String statement, ProgrammeGroup group) {
        return sql.sql(statement).paramSource(group).update();
    }

    /** @param after the code of the one behind which it stands from now on; empty for the first place */
    void place(ProgrammeId programme, String code, String after) {
        sql.sql("""
            update programme_group k set position = p.place
              from (select x.id, row_number() over (order by case when x.code = :code then coalesce(a.position, 0) else x.position end,
                                                             x.code = :code, x.code) as place
                      from programme_group x left join programme_group a on a.programme = x.programme and a.code = :after
                     where x.programme = :programme) p
             where p.id = k.id and p.place <> k.position
            """)
                .param("programme", programme)
                .param("code", code)
                .param("after", after)
                .update();
    }

    /** What stood in it stands in no group from now on. */
    void remove(ProgrammeId programme, String code) {
        sql.sql("delete from programme_group where programme = ? and code = ?")
                .params(programme, code)
                .update();
    }

    /** Gives a programme the groups of another. */
    void copy(ProgrammeId from, ProgrammeId to) {
        sql.sql("""
            insert into programme_group (id, programme, code, name, name_translations, position, colour, counterpart)
            select gen_random_uuid(), :to, code, name, name_translations, position, colour, counterpart
              from programme_group where programme = :from
            """).param("from", from).param("to", to).update();
    }

    Slice<Line> list(Programme programme, ListQuery query) {
        return LIST.with("of", programme.id()).with("in", programme.code()).run(sql, query);
    }

    @Bean
    RecordTable programmeGroupFile(RecordFiles files, Programmes programmes, Sources sources) {
        return files.file("programme_groups", 41, "programme_group", "programme, code", """
            select p.code as programme, g.code, g.name, g.name_translations as name_xx, g.colour, g.counterpart, g.cities,
                   cited('programme-group', p.code || '/' || g.code) as sources
              from programme_group g join programme p on p.id = g.programme
             order by g.position, p.code, g.code
            """)
                .one("programme", "programme", "programme", programmes::idOf)
                .needs("code", "code", Groups::code)
                .text("name", "name", ProgrammeGroup.NAME_LENGTH)
                .translated("name", "name")
                .takes("colour", "colour", Groups::colour)
                .textIfAny("counterpart")
                .takes("cities", "cities", Groups::cities)
                .position("position")
                .then(
                        "sources",
                        row -> sources.cite(row, "programme-group", row.text("programme") + "/" + row.text("code")));
    }

    private static String code(Row row) {
        var code = row.code("code");
        if (code.length() > CODE_LENGTH) {
            row.fault("code", "is longer than %d characters".formatted(CODE_LENGTH));
        }
        return code;
    }

    private static String colour(Row row) {
        return row.text("colour").isEmpty() ? GroupColour.BLUE.code() : row.oneOf("colour", GroupColour.class);
    }

    private static @Nullable Integer cities(Row row) {
        var cities = row.integer("cities");
        if (cities != null && !ProgrammeGroup.canHave(cities)) {
            row.fault("cities", "is no number from 0 to %d".formatted(ProgrammeGroup.MOST_CITIES));
        }
        return cities;
    }
}
