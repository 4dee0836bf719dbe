package org.interurban.platform.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which types of member this network has, in its order. */
@Repository
class MembershipTypes {

    static final int NAME_LENGTH = 100;

    /**
     * @param name of one member
     * @param many of several
     * @param votes whether such members vote
     */
    record Type(String code, String name, String many, boolean votes) {}

    private final JdbcClient sql;

    MembershipTypes(JdbcClient sql) {
        this.sql = sql;
    }

    List<Type> all(Locale locale) {
        return sql.sql("""
            select code, in_language(name, name_translations, :language) as name,
                   coalesce(in_language(many, many_translations, :language), in_language(name, name_translations, :language)) as many,
                   votes
              from membership_type order by position, code
            """)
                .param("language", locale.getLanguage())
                .query(Type.class)
                .list();
    }

    /** Names by code. */
    Map<String, String> names(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        all(locale).forEach(type -> names.put(type.code(), type.name()));
        return names;
    }
}
