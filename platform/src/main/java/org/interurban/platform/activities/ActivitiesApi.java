package org.interurban.platform.activities;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Activities for other programs; without an account, the published ones. */
@Open
@RestController
class ActivitiesApi {

    /** One activity with the passages it rests on. */
    record Answer(ActivityLists.Line activity, List<Sources.Cited> sources) {}

    private final ActivityLists lists;
    private final Sources sources;

    ActivitiesApi(ActivityLists lists, Sources sources) {
        this.lists = lists;
        this.sources = sources;
    }

    @GetMapping("/api/v1/activities/{code}")
    Answer show(@PathVariable String code, Locale locale) {
        var activity = lists.one(code, locale).orElseThrow(() -> new NotFound("There is no activity " + code));
        return new Answer(activity, sources.of("activity", code));
    }
}
