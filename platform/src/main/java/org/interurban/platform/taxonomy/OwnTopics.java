package org.interurban.platform.taxonomy;

import java.util.List;
import java.util.Optional;
import org.interurban.platform.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists of topics that belong to one programme each. */
@Component
public class OwnTopics {

    private final JdbcClient sql;
    private final TopicLists lists;
    private final KeepTopics keep;

    OwnTopics(JdbcClient sql, TopicLists lists, KeepTopics keep) {
        this.sql = sql;
        this.lists = lists;
        this.keep = keep;
    }

    /** The code of the programme's list. */
    public Optional<String> of(String programme) {
        return sql.sql("select code from taxonomy where programme = ? order by position limit 1")
                .param(programme)
                .query(String.class)
                .optional();
    }

    /**
     * Adds what the lines name to the list of the programme, which it makes where there is none; what is there already stays.
     *
     * @param name of the programme, and so of its list
     * @return the code of the list
     */
    public String extend(String programme, LocalizedText name, List<String> lines) {
        var list = of(programme).flatMap(lists::find).orElseGet(() -> keep.own(programme, name));
        keep.paste(list, PastedTopic.read(String.join("\n", lines)));
        return list.code();
    }

    /** The topics above the one that a line names, outermost first. */
    public static List<String> above(String line) {
        return PastedTopic.read(line).stream()
                .findFirst()
                .map(PastedTopic::path)
                .map(path -> path.subList(0, path.size() - 1))
                .orElse(List.of());
    }

    /** What a line names, without what stands above it and other words for it. */
    public static String named(String line) {
        return PastedTopic.read(line).stream()
                .findFirst()
                .map(PastedTopic::label)
                .orElse(line);
    }
}
