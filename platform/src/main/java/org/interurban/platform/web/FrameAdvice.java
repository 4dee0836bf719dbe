package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Puts the frame into every page's model. */
@ControllerAdvice
class FrameAdvice {

    private final ThisNetwork network;
    private final PublicAddress address;
    private final Rights rights;
    private final Menu menu;
    private final PublicPages pages;

    FrameAdvice(ThisNetwork network, PublicAddress address, Rights rights, Menu menu, PublicPages pages) {
        this.network = network;
        this.address = address;
        this.rights = rights;
        this.menu = menu;
        this.pages = pages;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        var person = rights.current();
        var languages = network.languages().stream().map(FrameAdvice::language).toList();
        var canWork = Permission.all().stream()
                .filter(permission -> permission != CommonPermission.OWN_ACCOUNT)
                .anyMatch(person::mayAnywhere);
        return new Frame(
                network.name(locale),
                network.settings().logo(),
                canWork,
                person.isSignedIn() ? person.name() : null,
                menu.of(person, canWork),
                pages.footer(),
                person.may(CommonPermission.RECORDS_READ),
                person.may(CommonPermission.ADMINISTRATION),
                languages,
                language(locale.getLanguage()),
                ThemeChange.theme(request),
                address.origin(),
                path(request),
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                        && PublicPages.isForWork(handler));
    }

    private static Frame.Language language(String tag) {
        return new Frame.Language(tag, Languages.ownName(tag));
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
