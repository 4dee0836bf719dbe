package org.interurban.platform.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of the pages: {@code messages/<module>_<language>.properties}, found by their names. What a language lacks is said in
 * English.
 */
final class Messages extends ResourceBundleMessageSource {

    private static final String FOLDER = "messages/";
    private static final Locale ORIGINAL = Locale.ENGLISH;

    Messages() throws IOException {
        var ending = "_" + ORIGINAL.getLanguage() + ".properties";
        setBasenames(Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + ending))
                .map(file -> String.valueOf(file.getFilename()))
                .map(name -> FOLDER + name.substring(0, name.length() - ending.length()))
                .sorted()
                .toArray(String[]::new));
        setDefaultLocale(ORIGINAL);
        setDefaultEncoding("UTF-8");
    }
}
