package org.interurban.platform.directory;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cities and other organisations for programs. */
@RestController
@Open
class OrganisationApi {

    private final Profiles profiles;

    OrganisationApi(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/api/v1/cities/{code}")
    Profile city(@PathVariable String code, Locale locale) {
        return profiles.find(code, locale)
                .filter(Profile::city)
                .orElseThrow(() -> new NotFound("There is no city " + code));
    }

    @GetMapping("/api/v1/organisations/{code}")
    Profile organisation(@PathVariable String code, Locale locale) {
        return profiles.find(code, locale)
                .filter(profile -> !profile.city())
                .orElseThrow(() -> new NotFound("There is no organisation " + code + " that is not a city"));
    }
}
