package org.interurban.platform.gazetteer;

import java.util.Map;
import org.interurban.platform.delivery.Jobs;
import org.interurban.platform.delivery.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After the first start, and after one with a newer file, the places load as a job. */
@Component
class PlacesWork implements Work {

    static final String KIND = "gazetteer.places";

    private final PlacesLoading loading;
    private final Jobs jobs;
    private final boolean wanted;

    PlacesWork(PlacesLoading loading, Jobs jobs, @Value("${interurban.gazetteer.places:true}") boolean wanted) {
        this.loading = loading;
        this.jobs = jobs;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (wanted && !loading.isDone()) {
            jobs.start(KIND, Map.of());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(Map<String, String> parameters, Progress progress) {
        progress.outOf(PlacesLoading.PLACES);
        loading.load(progress::reached);
        return "/places";
    }
}
