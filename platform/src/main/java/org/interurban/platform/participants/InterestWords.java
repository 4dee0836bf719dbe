package org.interurban.platform.participants;

import java.util.List;
import java.util.Map;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget.Repeat;

/** What people write above and into the columns of a sheet of interests, in the languages of the network. */
final class InterestWords {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("offer", "offer"),
            Map.entry("offers", "offer"),
            Map.entry("can share", "offer"),
            Map.entry("제공", "offer"),
            Map.entry("공유 가능", "offer"),
            Map.entry("提供", "offer"),
            Map.entry("seek", "seek"),
            Map.entry("seeks", "seek"),
            Map.entry("need", "seek"),
            Map.entry("needs", "seek"),
            Map.entry("wants to learn", "seek"),
            Map.entry("수요", "seek"),
            Map.entry("필요", "seek"),
            Map.entry("需求", "seek"),
            Map.entry("interest", "interest"),
            Map.entry("interested", "interest"),
            Map.entry("관심", "interest"),
            Map.entry("关注", "interest"),
            Map.entry("関心", "interest"));

    static final List<SheetField> FIELDS = List.of(
            SheetField.text(
                            "programme",
                            200,
                            "program",
                            "project",
                            "call",
                            "프로그램",
                            "사업",
                            "사업명",
                            "项目",
                            "プログラム",
                            "program kerja",
                            "কর্মসূচি",
                            "कार्यक्रम")
                    .asRequired(),
            SheetField.text(
                            "organisation",
                            200,
                            "city",
                            "organization",
                            "municipality",
                            "participant",
                            "도시",
                            "도시명",
                            "참여 도시",
                            "城市",
                            "都市",
                            "kota",
                            "শহর",
                            "सहर")
                    .asRequired(),
            SheetField.choice("kind", KINDS, "offer or seek", "type", "구분", "유형", "类型", "種別", "jenis", "ধরন", "प्रकार"),
            SheetField.text(
                    "topic", 300, "theme", "area", "subject", "주제", "분야", "관심 분야", "主题", "领域", "テーマ", "分野", "topik",
                    "tema", "বিষয়", "विषय"),
            SheetField.text(
                    "statement",
                    500,
                    "interest",
                    "description",
                    "challenge",
                    "details",
                    "내용",
                    "관심 내용",
                    "설명",
                    "과제",
                    "内容",
                    "说明",
                    "関心事項",
                    "minat",
                    "uraian",
                    "আগ্রহ",
                    "বিবরণ",
                    "रुचि",
                    "विवरण"),
            SheetField.whole(
                    "grade",
                    1,
                    3,
                    "level",
                    "priority",
                    "우선순위",
                    "수준",
                    "等级",
                    "优先级",
                    "優先度",
                    "prioritas",
                    "অগ্রাধিকার",
                    "प्राथमिकता"),
            SheetField.text(
                    "evidence", 500, "proof", "reference", "근거", "사례", "证据", "案例", "根拠", "bukti", "প্রমাণ", "प्रमाण"));

    /** One line a city: each such column holds a statement of its own. */
    static final List<Repeat> REPEATS = List.of(
            statements("offers", "offer", "we can offer", "can offer", "what we can offer", "우리가 제공할 수 있는 것", "能够提供", "angebot"),
            statements(
                    "seeks",
                    "seek",
                    "we want to learn",
                    "we would like to learn",
                    "we need",
                    "what we seek",
                    "배우고 싶은 것",
                    "希望学习",
                    "bedarf"),
            statements("interests", "interest", "we are interested in", "interested in", "관심 있는 것"));

    private static Repeat statements(String column, String kind, String... synonyms) {
        return Repeat.alone(SheetField.text(column, 500, synonyms), "statement", Map.of("kind", kind));
    }

    private InterestWords() {}
}
