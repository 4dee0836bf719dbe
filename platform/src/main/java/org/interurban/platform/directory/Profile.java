package org.interurban.platform.directory;

import java.util.List;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.sources.Sources.Cited;
import org.interurban.platform.sources.Sources.OpenQuestion;
import org.jspecify.annotations.Nullable;

/**
 * All that the directory knows of one organisation.
 *
 * @param questions where documents disagree about it; the public has the chosen readings only
 */
public record Profile(
        OrganisationId id,
        String code,
        boolean city,
        String kind,
        String name,
        @Nullable String officialName,
        @Nullable String localName,
        @Nullable String localLanguage,
        List<OtherName> otherNames,
        @Nullable String abbreviation,
        @Nullable String country,
        @Nullable String countryName,
        @Nullable Quantity population,
        @Nullable String populationScope,
        @Nullable Integer populationYear,
        @Nullable Long gazetteerPopulation,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String timeZone,
        @Nullable String website,
        @Nullable String description,
        @Nullable String note,
        int version,
        List<Fact> facts,
        List<Site> sites,
        List<Post> posts,
        List<Cited> sources,
        List<OpenQuestion> questions) {

    public record OtherName(String name, @Nullable String language) {}

    /** One statement, one figure, or both. */
    public record Fact(
            String code,
            String attribute,
            @Nullable String statement,
            @Nullable Quantity figure,
            @Nullable String scope,
            List<Cited> sources) {}

    public record Site(
            String code, String name, String kind, @Nullable String note, List<Cited> sources) {}

    /** A post and who holds it; a vacant one has no holder. Address and telephone are for those who may read contacts. */
    public record Post(
            Identifier id,
            String title,
            String duty,
            @Nullable Identifier person,
            @Nullable String holder,
            @Nullable String email,
            @Nullable String telephone,
            @Nullable String localName,
            @Nullable String localLanguage,
            PartialPeriod held,
            boolean open,
            int version) {}

    public Profile {
        otherNames = List.copyOf(otherNames);
        facts = List.copyOf(facts);
        sites = List.copyOf(sites);
        posts = List.copyOf(posts);
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
    }

    public String link() {
        return (city ? "/cities/" : "/organisations/") + code;
    }
}
