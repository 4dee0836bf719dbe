package org.interurban.platform.partnerships;

import java.util.Objects;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.sources.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The file of who belongs to partnerships. */
@Configuration
class PartnershipFiles {

    @Bean
    RecordTable partnershipMemberFile(
            RecordFiles files, Partnerships partnerships, Directory directory, Sources sources) {
        return files.file("partnership_members", 51, "partnership_member", "partnership, organisation", """
                select s.code as partnership, m.side as seq, o.code as organisation, m.party as side, m.role, m.joined_on as joined,
                       m.left_on as left, cited('partnership-member', s.code || '/' || o.code) as sources
                  from partnership_member m
                  join partnership s on s.id = m.partnership
                  join organisation_brief o on o.id = m.organisation
                 order by s.code, m.side, o.code
                """)
                .one("partnership", "partnership", "partnership", partnerships::idOf)
                .one("organisation", "organisation", "organisation", directory::idOf)
                .takes("seq", "side", row -> Objects.requireNonNullElse(row.integer("seq"), 1))
                .textIfAny("side", "party")
                .textIfAny("role")
                .takes("joined", "joined_on", row -> row.period("joined", "", "")
                        .from())
                .takes("left", "left_on", row -> row.period("left", "", "").to())
                .then(
                        "sources",
                        row -> sources.cite(
                                row, "partnership-member", row.text("partnership") + "/" + row.text("organisation")));
    }
}
