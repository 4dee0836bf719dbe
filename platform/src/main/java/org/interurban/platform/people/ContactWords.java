package org.interurban.platform.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Repeat;

/** What people write above and into the columns of a sheet of contacts, in the languages of the network. */
final class ContactWords {

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

    /** As a form offers them. */
    static final List<String> DUTIES_IN_ORDER =
            List.of("focal-point", "deputy", "secretariat", "interpreter", "stakeholder", "public-office", "other");

    /** What a post is for. */
    static final Set<String> DUTY_CODES = Set.copyOf(DUTIES.values());

    private static final Map<String, String> LANGUAGES = languages();

    /** Every language of two letters, by its code, its own name and its English one. */
    private static Map<String, String> languages() {
        var words = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            if (code.length() == 2) {
                var language = Locale.of(code);
                words.put(code, code);
                words.putIfAbsent(language.getDisplayLanguage(Locale.ENGLISH), code);
                words.putIfAbsent(language.getDisplayLanguage(language), code);
            }
        }
        return words;
    }

    static final List<SheetField> FIELDS = List.of(
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
                    "इमेल"),
            SheetField.text(
                    "telephone",
                    Contact.TELEPHONE_LENGTH,
                    "phone",
                    "tel",
                    "mobile",
                    "전화",
                    "전화번호",
                    "电话",
                    "電話",
                    "telepon",
                    "ফোন",
                    "फोन"),
            SheetField.choice(
                    "language",
                    LANGUAGES,
                    "language of letters",
                    "mail language",
                    "언어",
                    "语言",
                    "言語",
                    "bahasa",
                    "ভাষা",
                    "भाषा"),
            SheetField.text(
                    "salutation",
                    Contact.WORDS_LENGTH,
                    "form of address",
                    "greeting",
                    "인사말",
                    "호칭",
                    "称呼",
                    "敬称",
                    "sapaan"));

    /** A body that has several contacts in one row: all but the body stands there again for each. */
    static final List<Repeat> REPEATS = FIELDS.stream()
            .filter(field -> !field.name().equals("organisation"))
            .map(Repeat::together)
            .toList();

    private ContactWords() {}
}
