package org.interurban.platform.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.intake.Likeness;
import org.interurban.platform.intake.SheetField;
import org.interurban.platform.intake.SheetTarget;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts from any sheet: a person and the post held in a city or another body. */
@Component
class ContactSheet implements SheetTarget {

    private static final double SIMILAR = 0.7;

    private static final Map<String, String> DUTIES = Map.ofEntries(
            Map.entry("focal-point", "focal-point"),
            Map.entry("focal point", "focal-point"),
            Map.entry("main contact", "focal-point"),
            Map.entry("담당자", "focal-point"),
            Map.entry("联络人", "focal-point"),
            Map.entry("deputy", "deputy"),
            Map.entry("alternate", "deputy"),
            Map.entry("부담당자", "deputy"),
            Map.entry("interpreter", "interpreter"),
            Map.entry("통역", "interpreter"),
            Map.entry("stakeholder", "stakeholder"),
            Map.entry("이해관계자", "stakeholder"),
            Map.entry("public-office", "public-office"),
            Map.entry("mayor", "public-office"),
            Map.entry("시장", "public-office"),
            Map.entry("secretariat", "secretariat"),
            Map.entry("사무국", "secretariat"),
            Map.entry("other", "other"),
            Map.entry("기타", "other"));

    static final Set<String> DUTY_CODES = Set.copyOf(DUTIES.values());

    private static final List<SheetField> FIELDS = List.of(
            SheetField.text(
                            "organisation",
                            200,
                            "city",
                            "organization",
                            "institution",
                            "member",
                            "municipality",
                            "도시",
                            "도시명",
                            "기관",
                            "기관명",
                            "소속",
                            "소속기관",
                            "城市",
                            "单位",
                            "机构",
                            "都市",
                            "所属",
                            "機関",
                            "kota",
                            "lembaga",
                            "instansi",
                            "শহর",
                            "প্রতিষ্ঠান",
                            "सहर",
                            "संस्था")
                    .asRequired(),
            SheetField.text(
                            "name",
                            200,
                            "person",
                            "contact",
                            "contact person",
                            "full name",
                            "이름",
                            "성명",
                            "담당자",
                            "담당자명",
                            "연락 담당자",
                            "姓名",
                            "联系人",
                            "氏名",
                            "担当者",
                            "nama",
                            "nama lengkap",
                            "narahubung",
                            "নাম",
                            "যোগাযোগ ব্যক্তি",
                            "नाम",
                            "सम्पर्क व्यक्ति")
                    .asRequired(),
            SheetField.text(
                            "title",
                            200,
                            "post",
                            "position",
                            "job title",
                            "function",
                            "role",
                            "직위",
                            "직책",
                            "직함",
                            "职务",
                            "职位",
                            "役職",
                            "職位",
                            "jabatan",
                            "পদবি",
                            "পদ",
                            "पद")
                    .asRequired(),
            SheetField.choice("duty", DUTIES, "kind of contact", "구분", "역할", "类别", "区分", "peran", "ধরন", "भूमिका"),
            SheetField.email(
                    "email",
                    "e-mail",
                    "mail",
                    "email address",
                    "이메일",
                    "전자우편",
                    "메일",
                    "电子邮件",
                    "邮箱",
                    "メール",
                    "メールアドレス",
                    "surel",
                    "ইমেইল",
                    "इमेल"));

    private final JdbcClient sql;
    private final OrganisationCells organisations;

    ContactSheet(JdbcClient sql, OrganisationCells organisations) {
        this.sql = sql;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<SheetField> fields() {
        return FIELDS;
    }

    @Override
    public Records records() {
        var contacts = new Contacts(organisations.known());
        sql.sql("""
            select p.id, o.code as organisation, h.name, p.title, p.duty, h.email
              from post p
              join organisation o on o.id = p.organisation
              join person h on h.id = p.holder
             where h.name is not null
             order by p.id
            """).query(rs -> {
            var values = new LinkedHashMap<String, String>();
            for (var field : List.of("organisation", "name", "title", "duty", "email")) {
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

    @Override
    public String create(Map<String, String> values) {
        var post = Identifier.next();
        sql.sql("""
            with holder as (
              insert into person (id, code, name, email) values (:person, :code, :name, :email) returning id)
            insert into post (id, organisation, title, duty, holder)
            select :post, o.id, :title, :duty, holder.id from organisation o, holder where o.code = :organisation
            """)
                .param("person", Identifier.next())
                .param("code", freeCode(code(values)))
                .param("name", values.get("name"))
                .param("email", values.get("email"))
                .param("post", post)
                .param("title", values.get("title"))
                .param("duty", values.getOrDefault("duty", "other"))
                .param("organisation", values.get("organisation"))
                .update();
        return post.toString();
    }

    @Override
    public void update(String record, Map<String, String> values) {
        var id = UUID.fromString(record);
        values.forEach((field, text) -> {
            var statement =
                    switch (field) {
                        case "title" -> "update post set title = :value where id = :id";
                        case "duty" -> "update post set duty = coalesce(:value, 'other') where id = :id";
                        case "name" ->
                            "update person set name = :value where id = (select holder from post where id = :id)";
                        case "email" ->
                            "update person set email = :value where id = (select holder from post where id = :id)";
                        default -> throw new IllegalArgumentException("A contact cannot change its " + field);
                    };
            sql.sql(statement)
                    .param("value", text.isEmpty() ? null : text)
                    .param("id", id)
                    .update();
        });
        sql.sql("update post set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void remove(String record) {
        var holder = sql.sql("delete from post where id = :id returning holder")
                .param("id", UUID.fromString(record))
                .query(UUID.class)
                .single();
        sql.sql("delete from person where id = :id").param("id", holder).update();
    }

    /** The same for the same person in the same body, so that an erased one is not brought back. */
    private static String code(Map<String, String> values) {
        var name = CitySheet.slug(values.getOrDefault("name", ""));
        var code = values.getOrDefault("organisation", "") + "-" + name;
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

    private String freeCode(String base) {
        var code = base;
        for (int number = 2; isTaken(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }

    private boolean isTaken(String code) {
        return sql.sql("select exists (select from person where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** The contacts as they are. */
    private static final class Contacts implements Records {

        private final OrganisationCells.Known organisations;
        private final Map<String, Map<String, String>> byId = new HashMap<>();
        private final Map<String, List<String>> byOrganisation = new HashMap<>();
        private final Set<String> erased = new HashSet<>();

        private Contacts(OrganisationCells.Known organisations) {
            this.organisations = organisations;
        }

        private void add(String id, Map<String, String> values) {
            byId.put(id, values);
            byOrganisation
                    .computeIfAbsent(values.getOrDefault("organisation", ""), key -> new ArrayList<>())
                    .add(id);
        }

        @Override
        public Reading read(SheetField field, String cell) {
            return field.name().equals("organisation") ? organisations.read(cell) : field.read(cell);
        }

        @Override
        public Map<String, Reading.Unfit> check(Map<String, String> values) {
            return erased.contains(digest(code(values)))
                    ? Map.of("name", new Reading.Unfit("erased-person", ""))
                    : Map.of();
        }

        @Override
        public Match match(Map<String, String> values) {
            var there = byOrganisation.getOrDefault(values.getOrDefault("organisation", ""), List.of());
            var same = there.stream().filter(id -> isSame(byId.get(id), values)).toList();
            var inThePost = same.stream().filter(id -> has(id, "title", values)).toList();
            if (inThePost.size() == 1 || same.size() == 1) {
                return new Match.Known(inThePost.size() == 1 ? inThePost.getFirst() : same.getFirst());
            }
            var alike = same.isEmpty()
                    ? there.stream()
                            .filter(id -> Likeness.of(
                                            byId.getOrDefault(id, Map.of()).getOrDefault("name", ""),
                                            values.getOrDefault("name", ""))
                                    >= SIMILAR)
                            .toList()
                    : same;
            return alike.isEmpty() ? new Match.Unknown() : new Match.Doubtful(alike);
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

        private static boolean isSame(@Nullable Map<String, String> known, Map<String, String> values) {
            return known != null
                    && (Likeness.fold(known.getOrDefault("name", ""))
                                    .equals(Likeness.fold(values.getOrDefault("name", "")))
                            || (known.containsKey("email") && known.get("email").equals(values.get("email"))));
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
        public @Nullable Map<String, String> values(String record) {
            return byId.get(record);
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
    }
}
