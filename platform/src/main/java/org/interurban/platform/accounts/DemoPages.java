package org.interurban.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs in as one of the roles of a demonstration with one press; outside of one this address does not exist. */
@Controller
@Open
@Profile("demo")
class DemoPages {

    private final Personas personas;
    private final SignedIn signedIn;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    DemoPages(Personas personas, SignedIn signedIn) {
        this.personas = personas;
        this.signedIn = signedIn;
    }

    @PostMapping("/sign-in/demo/{persona}")
    String signIn(
            @PathVariable String persona,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var account = personas.account(persona).orElseThrow(() -> new NotFound("There is no such role here."));
        request.getSession();
        request.changeSessionId();
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        signedIn.remember(account, "demo", request, response);
        return "redirect:" + Back.to(back);
    }
}
