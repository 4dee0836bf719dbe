package org.interurban.platform.programmes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The topics in which the cities and partnerships of a programme speak: of its own list, else of the usual one. */
@Repository
public class ProgrammeTopics {

    private final JdbcClient sql;
    private final Topics topics;

    ProgrammeTopics(JdbcClient sql, Topics topics) {
        this.sql = sql;
        this.topics = topics;
    }

    public List<Topics.Topic> of(ProgrammeId programme, Locale locale) {
        return taxonomy(programme).map(taxonomy -> topics.of(taxonomy, locale)).orElse(List.of());
    }

    /** The code of its list. */
    Optional<String> taxonomy(ProgrammeId programme) {
        return sql.sql("select taxonomy from programme_topic_list where programme = ?")
                .param(programme)
                .query(String.class)
                .optional();
    }
}
