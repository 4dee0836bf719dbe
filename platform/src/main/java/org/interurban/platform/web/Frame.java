package org.interurban.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around every page.
 *
 * @param work whether the reader works here: the ink header instead of the paper one
 * @param accountName who is signed in, null for nobody
 * @param menu the entries for this reader
 * @param readsQuestions whether the reader compares all that documents disagree about
 * @param path the page's address with its query, for links that come back to it
 * @param theme light, dark, or auto
 */
public record Frame(
        String networkName,
        boolean work,
        @Nullable String accountName,
        List<Menu.Entry> menu,
        boolean readsQuestions,
        List<Language> languages,
        Language currentLanguage,
        String theme,
        String path) {

    public record Language(String tag, String name) {}

    /** This page's address with the parameter set: the links that switch language and theme. */
    public String with(String parameter, String value) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam(parameter, value)
                .build()
                .toUriString();
    }
}
