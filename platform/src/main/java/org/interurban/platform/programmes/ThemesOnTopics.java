package org.interurban.platform.programmes;

import org.interurban.platform.taxonomy.RestsOnTopics;
import org.interurban.platform.taxonomy.TopicColumn;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The themes of programmes that are topics, and the programmes that speak in a list. */
@Component
class ThemesOnTopics implements RestsOnTopics {

    private final RestsOnTopics themes;

    ThemesOnTopics(JdbcClient sql) {
        this.themes = new TopicColumn(sql, "programme_theme", "programmes.on-topic");
    }

    @Override
    public String counted() {
        return """
            select 'programmes.on-list' as words, count(*) as many
              from programme p join taxonomy_brief x on x.id = p.taxonomy where x.code = :list
            union all
            """ + themes.counted();
    }

    @Override
    public void move(TopicId from, @Nullable TopicId to) {
        themes.move(from, to);
    }
}
