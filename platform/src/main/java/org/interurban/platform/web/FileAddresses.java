package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The addresses that are files, named so that a page's links to other pages are not looked up among them. A new version of a style
 * sheet or script has a new address.
 */
@Configuration
class FileAddresses implements WebMvcConfigurer {

    /** What has another address as soon as it changes. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final Pattern FILE = Pattern.compile("/(css|js|fonts|webjars)/.*|/[^/]+\\.(svg|png|ico)");

    /** Whether the address is that of a file, which is the same for everyone. */
    static boolean isFile(String address) {
        return FILE.matcher(address).matches();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : List.of("css", "js")) {
            files(registry, "/" + folder + "/**", "static/" + folder + "/")
                    .setCacheControl(FOR_GOOD)
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        files(registry, "/fonts/**", "static/fonts/");
        for (var ending : List.of("svg", "png", "ico")) {
            files(registry, "/*." + ending, "static/");
        }
        files(registry, "/webjars/**", "META-INF/resources/webjars/").setCacheControl(FOR_GOOD);
        files(registry, "/**", "static/").resourceChain(false).addResolver(new NoFile());
    }

    private static ResourceHandlerRegistration files(ResourceHandlerRegistry registry, String pattern, String folder) {
        return registry.addResourceHandler(pattern)
                .addResourceLocations("classpath:/" + folder)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)));
    }

    /** No file stands at an address, and nobody needs to look. */
    private static final class NoFile implements ResourceResolver {

        @Override
        public @Nullable Resource resolveResource(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return null;
        }

        @Override
        public @Nullable String resolveUrlPath(
                String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return null;
        }
    }
}
