package org.interurban.platform.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.shared.Slug;
import org.interurban.platform.sheets.Likeness;
import org.interurban.platform.sheets.NameIndex;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.sheets.SheetTarget.Reading;
import org.interurban.platform.sheets.SheetTarget.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contacts as they are, while one sheet is held against them. */
final class ContactRecords implements Records {

    private static final double SIMILAR = 0.7;
    private static final List<String> FIELDS =
            ContactWords.FIELDS.stream().map(SheetField::name).toList();

    private final OrganisationCells.Known organisations;
    private final Map<String, Map<String, String>> byId = new LinkedHashMap<>();
    private final Map<String, There> byOrganisation = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    /** The contacts of one organisation by what they are known by, since each row asks for all of them. */
    private record There(NameIndex names, Map<String, List<String>> byEmail) {}

    private ContactRecords(OrganisationCells.Known organisations) {
        this.organisations = organisations;
    }

    static ContactRecords read(JdbcClient sql, OrganisationCells.Known organisations) {
        var contacts = new ContactRecords(organisations);
        sql.sql("""
            select p.id, o.code as organisation, h.name, p.title, p.duty, h.email, h.telephone, h.language, h.salutation
              from post p
              join organisation_brief o on o.id = p.organisation
              join person h on h.id = p.holder
             where h.name is not null
             order by p.id
            """).query(rs -> {
            var values = new LinkedHashMap<String, String>();
            for (var field : FIELDS) {
                var value = rs.getString(field);
                if (value != null) {
                    values.put(field, value);
                }
            }
            contacts.add(rs.getString("id"), values);
        });
        contacts.erased.addAll(sql.sql("select encode(digest, 'hex') from erased_code")
                .query(String.class)
                .list());
        return contacts;
    }

    private void add(String id, Map<String, String> values) {
        byId.put(id, Map.copyOf(values));
        var there = byOrganisation.computeIfAbsent(
                values.getOrDefault("organisation", ""), key -> new There(new NameIndex(), new HashMap<>()));
        there.names().add(values.getOrDefault("name", ""), id);
        var email = values.get("email");
        if (email != null) {
            there.byEmail().computeIfAbsent(email, key -> new ArrayList<>()).add(id);
        }
    }

    @Override
    public Reading read(SheetField field, String cell) {
        return field.name().equals("organisation") ? organisations.read(cell) : field.read(cell);
    }

    @Override
    public Map<String, Reading.Unfit> check(Map<String, String> values) {
        return !erased.isEmpty() && erased.contains(digest(code(values)))
                ? Map.of("name", new Reading.Unfit("erased-person", ""))
                : Map.of();
    }

    @Override
    public Match match(Map<String, String> values) {
        var there = byOrganisation.get(values.getOrDefault("organisation", ""));
        if (there == null) {
            return new Match.Unknown();
        }
        var name = values.getOrDefault("name", "");
        var same = new LinkedHashSet<>(there.names().same(name));
        same.addAll(there.byEmail().getOrDefault(values.getOrDefault("email", ""), List.of()));
        var inThePost = same.stream().filter(id -> has(id, "title", values)).toList();
        if (inThePost.isEmpty() && same.stream().anyMatch(id -> isAnother(id, values))) {
            return new Match.Doubtful(List.copyOf(same));
        }
        return Match.among(same, inThePost, () -> there.names().alike(name, SIMILAR));
    }

    /** One of the same name with another address may be a namesake, one of another name with the same address a colleague. */
    private boolean isAnother(String id, Map<String, String> values) {
        var known = byId.getOrDefault(id, Map.of());
        return !Likeness.fold(known.getOrDefault("name", "")).equals(Likeness.fold(values.getOrDefault("name", "")))
                || (known.containsKey("email") && values.containsKey("email") && !has(id, "email", values));
    }

    @Override
    public Map<String, String> about(String record, Map<String, String> values) {
        var about = new LinkedHashMap<>(values);
        var known = byId.getOrDefault(record, Map.of()).getOrDefault("name", "");
        if (Likeness.fold(known).equals(Likeness.fold(values.getOrDefault("name", "")))) {
            about.remove("name");
        }
        return about;
    }

    private boolean has(String id, String field, Map<String, String> values) {
        return Objects.equals(byId.getOrDefault(id, Map.of()).get(field), values.get(field));
    }

    @Override
    public String identity(Map<String, String> values) {
        return String.join(
                " ",
                values.getOrDefault("organisation", ""),
                Likeness.fold(values.getOrDefault("name", "")),
                Likeness.fold(values.getOrDefault("title", "")));
    }

    @Override
    public Collection<String> keys() {
        return byId.keySet();
    }

    @Override
    public @Nullable Map<String, String> values(String record) {
        return byId.get(record);
    }

    @Override
    public String called(String field, String value) {
        return field.equals("organisation") ? organisations.label(value) : value;
    }

    @Override
    public String label(String record) {
        var values = byId.getOrDefault(record, Map.of());
        return "%s, %s, %s"
                .formatted(
                        values.get("name"),
                        values.get("title"),
                        organisations.label(values.getOrDefault("organisation", "")));
    }

    /** The same for the same person in the same body, so that an erased one is not brought back. */
    static String code(Map<String, String> values) {
        return code(values.getOrDefault("organisation", ""), values.getOrDefault("name", ""));
    }

    static String code(String organisation, String name) {
        var code = organisation + "-" + Slug.of(name);
        return code.substring(0, Math.min(code.length(), 70));
    }

    private static String digest(String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
