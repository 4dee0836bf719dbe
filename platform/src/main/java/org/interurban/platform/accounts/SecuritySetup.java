package org.interurban.platform.accounts;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.UploadGate;
import org.interurban.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Headers, sessions and sign-in; permissions stand on the handlers, so every address may be asked for. */
@Configuration
class SecuritySetup {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";
    private static final String FRAMED = "frame-ancestors *";
    private static final String DEVICE_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self),"
                    + " publickey-credentials-create=(self)";

    private static final Logger LOG = LoggerFactory.getLogger(SecuritySetup.class);

    private final SignedIn signedIn;
    private final Rights rights;
    private final JsonMapper json;
    private final PublicAddress address;
    private final Clock clock;

    SecuritySetup(SignedIn signedIn, Rights rights, JsonMapper json, PublicAddress address, Clock clock) {
        this.signedIn = signedIn;
        this.rights = rights;
        this.json = json;
        this.address = address;
        this.clock = clock;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SignInLinks links, UploadGate uploads) throws Exception {
        return http.addFilterBefore(new OldSessions(clock), SecurityContextHolderFilter.class)
                .addFilterBefore(uploads, CsrfFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access((authentication, request) ->
                                        new AuthorizationDecision(rights.may(CommonPermission.ADMINISTRATION)))
                                .anyRequest()
                                .permitAll())
                .oneTimeTokenLogin(login -> login.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in/link")
                        .showDefaultSubmitPage(false)
                        .tokenService(links)
                        .tokenGeneratingUrl("/sign-in/never")
                        .generateRequestResolver(request -> null) // links are made by the sign-in page alone
                        .tokenGenerationSuccessHandler((request, response, token) -> {})
                        .successHandler(afterLink())
                        .failureHandler((request, response, failure) -> {
                            LOG.warn("A link to sign in was refused: used, voided or too old");
                            response.sendRedirect("/sign-in?old");
                        }))
                .webAuthn(passkeys -> passkeys.disableDefaultRegistrationPage(true)
                        .withObjectPostProcessor(new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
                            @Override
                            public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationSuccessHandler(afterPasskey());
                                var sessions = http.getSharedObject(SessionAuthenticationStrategy.class);
                                if (sessions != null) {
                                    filter.setSessionAuthenticationStrategy(sessions);
                                }
                                return filter;
                            }
                        }))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessUrl("/"))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(forgeryTokens())
                        // a form that is open in another tab must still be good after signing in again
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(this::signInFirst).accessDeniedHandler(this::refuse))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(devices -> devices.policy(DEVICE_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(
                                tls -> tls.includeSubDomains(false).maxAgeInSeconds(31_536_000))
                        .cacheControl(cache -> cache.disable())
                        .frameOptions(frames -> frames.disable())
                        .addHeaderWriter(SecuritySetup::refuseFrames)
                        .addHeaderWriter(this::sayHowToKeep))
                .build();
    }

    /** An answer stands in no frame of others, unless its own policy says so. */
    private static void refuseFrames(HttpServletRequest request, HttpServletResponse response) {
        var policy = response.getHeader("Content-Security-Policy");
        if (policy == null || !policy.contains(FRAMED)) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    /**
     * Every answer is asked for again by its entity tag; one's own browser may keep it, so that the way back finds a form as it
     * was filled in. Signing out clears what it kept.
     */
    private void sayHowToKeep(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    WebUtils.getCookie(request, address.cookie("SESSION")) == null ? "no-cache" : "private, no-cache");
        }
    }

    /** In a cookie, so that a form needs no session of its own and outlives the one it was opened in. */
    private CookieCsrfTokenRepository forgeryTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(address.cookie("form"));
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax").httpOnly(true);
            if (address.isSecure()) {
                cookie.secure(true).path("/");
            }
        });
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.cookie("SESSION"));
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        if (address.isSecure()) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }

    /** A disabled account cannot sign in, by whatever way. */
    @Bean
    UserDetailsService userDetails(Accounts accounts) {
        return name -> accounts.find(AccountId.of(name))
                .map(person -> User.withUsername(name)
                        .password("")
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyUsers(JdbcOperations jdbc) {
        return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    }

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PublicKeyCredentialUserEntityRepository users, Passkeys passkeys, PublicAddress address) {
        return new Webauthn4JRelyingPartyOperations(
                users,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.host())
                        .name("Interurban")
                        .build(),
                Set.of(address.origin()));
    }

    private AuthenticationSuccessHandler afterLink() {
        return (request, response, authentication) -> {
            signedIn.remember(account(authentication), "link", request, response);
            response.sendRedirect(Back.to(request.getParameter("back")));
        };
    }

    /** The script reads where to go. */
    private AuthenticationSuccessHandler afterPasskey() {
        return (request, response, authentication) -> {
            signedIn.remember(account(authentication), "passkey", request, response);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write(json.writeValueAsString(Map.of("authenticated", true)));
        };
    }

    private static AccountId account(Authentication authentication) {
        return AccountId.of(authentication.getName());
    }

    private void signInFirst(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException exception)
            throws IOException {
        if (isForPrograms(request)) {
            problem(request, response, HttpStatus.UNAUTHORIZED, "Sign in first.");
            return;
        }
        if (request.getMethod().equals("POST") && request.getHeader("HX-Request") == null) {
            response.sendError(HttpStatus.UNAUTHORIZED.value()); // its page keeps what was typed, to be sent again
            return;
        }
        var link = "/sign-in?back=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", link);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(link);
        }
    }

    /** The page that was asked for; where a part of one was, the page that it stands on. */
    private static String wanted(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            var page = request.getHeader(HttpHeaders.REFERER);
            return page == null ? "/" : Back.to(URI.create(page).getRawPath());
        }
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        if (exception instanceof CsrfException && isForPrograms(request)) {
            // nothing there is written to, so that no program has, or needs, a form's token
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            problem(
                    request,
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "The interface only reads: GET, not " + request.getMethod() + ".");
        } else if (isForPrograms(request)) {
            problem(request, response, HttpStatus.FORBIDDEN, "Your account does not have the right to do this.");
        } else {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, exception);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/actuator/");
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
