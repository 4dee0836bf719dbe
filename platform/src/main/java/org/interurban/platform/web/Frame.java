package org.interurban.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around every page.
 *
 * @param logo where the network's picture is, null for none
 * @param work whether the reader works here: the ink header instead of the paper one
 * @param accountName who is signed in, null for nobody
 * @param menu the entries for this reader
 * @param footer the pages to which every page leads at its foot
 * @param readsQuestions whether the reader compares all that documents disagree about
 * @param administers whether the reader sets the network up
 * @param site where the platform is found from outside, without a slash at the end
 * @param path the page's address with its query, for links that come back to it
 * @param theme light, dark, or auto
 * @param forWork whether the page is one of those for work, wherever else it may be read
 */
public record Frame(
        String networkName,
        @Nullable String logo,
        boolean work,
        @Nullable String accountName,
        List<Menu.Entry> menu,
        List<Menu.Entry> footer,
        boolean readsQuestions,
        boolean administers,
        List<Language> languages,
        Language currentLanguage,
        String theme,
        String site,
        String path,
        boolean forWork) {

    private static final Pattern LINES =
            Pattern.compile("(^|, |(?<=; ))lines? \\d+([-–]\\d+)?(?=;|$)", Pattern.CASE_INSENSITIVE);

    public record Language(String tag, String name) {}

    /** This page's address with the parameter set: the links that switch language and theme. */
    public String with(String parameter, String value) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
    }

    /** The page without what a reader asked of it, in the language of whoever reads it. */
    public String bare() {
        return site + withoutQuery();
    }

    /** The page without what a reader asked of it, in one language. */
    public String inLanguage(String language) {
        return bare() + "?lang=" + language;
    }

    /** The one address of all under which this page is found. */
    public String canonical() {
        return currentLanguage.tag().equals(asked().getFirst("lang")) ? inLanguage(currentLanguage.tag()) : bare();
    }

    /** Whether search engines may keep it: a page as everyone finds it, not one reader's search, order or work. */
    public boolean isToBeFound() {
        return accountName == null && !forWork && Set.of("lang").containsAll(asked().keySet());
    }

    /** The entry of the menu below which this page lies; null for the entry itself and for what lies below none. */
    public Menu.@Nullable Entry above() {
        return menu.stream()
                .filter(entry -> withoutQuery().startsWith(entry.address() + "/"))
                .findFirst()
                .orElse(null);
    }

    /**
     * Where in a document something stands, as far as it helps the reader: lines of its text are counted for those who compare.
     *
     * @param locators one or several, as {@code Elections, line 348; Elections, line 350}
     */
    public String passage(String locators) {
        return readsQuestions
                ? locators
                : Arrays.stream(LINES.matcher(locators).replaceAll("").split("; "))
                        .map(String::strip)
                        .filter(passage -> !passage.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    public boolean hasMore() {
        return menu.stream().anyMatch(Menu.Entry::more);
    }

    public boolean isHome() {
        return withoutQuery().equals("/");
    }

    private String withoutQuery() {
        return path.split("\\?", 2)[0];
    }

    private MultiValueMap<String, String> asked() {
        return UriComponentsBuilder.fromUriString(path).build().getQueryParams();
    }
}
