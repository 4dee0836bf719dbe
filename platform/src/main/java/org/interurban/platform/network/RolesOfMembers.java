package org.interurban.platform.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.membership.MemberRoles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says of members what clusters and offices they serve in. */
@Repository
class RolesOfMembers implements MemberRoles {

    private final JdbcClient sql;

    RolesOfMembers(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String clusters() {
        return """
            coalesce((select jsonb_agg(jsonb_build_object(
                               'cluster', k.code, 'name', in_language(k.name, k.name_translations, :language), 'role', r.role)
                               order by k.position)
                        from cluster_role r join cluster k on k.id = r.cluster where r.member = m.id), '[]')
            """;
    }

    @Override
    public String offices() {
        return """
            coalesce((select jsonb_agg(jsonb_build_object('role', b.role, 'term', b.term, 'rank', b.rank)
                               order by b.term desc, b.position)
                        from office_bearer b where b.organisation = m.organisation), '[]')
            """;
    }

    @Override
    public List<String> inCluster(String cluster) {
        return sql.sql("""
            select m.code
              from cluster_role r join cluster k on k.id = r.cluster join member_brief m on m.id = r.member
             where k.code = ?
            """).param(cluster).query(String.class).list();
    }

    @Override
    public List<String> inOffice(String office) {
        return sql.sql("""
            select m.code
              from office_bearer b join member_brief m on m.organisation = b.organisation
             where :office = 'yes' or b.role = :office
            """).param("office", office).query(String.class).list();
    }

    @Override
    public Map<String, String> clusterNames(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        sql.sql("""
            select code, in_language(name, name_translations, :language) as name from cluster order by position
            """).param("language", locale.getLanguage()).query(rs -> {
            names.put(rs.getString("code"), rs.getString("name"));
        });
        return names;
    }

    @Override
    public List<String> officeNames() {
        return NetworkFiles.OFFICES;
    }
}
