package org.interurban.platform.gazetteer;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After the first start the places load in the background; the page of places shows how far it is. */
@Component
class PlacesStart {

    private static final Logger LOG = LoggerFactory.getLogger(PlacesStart.class);

    private final PlacesLoading loading;
    private final boolean wanted;
    private final AtomicInteger loaded = new AtomicInteger();

    PlacesStart(PlacesLoading loading, @Value("${interurban.gazetteer.places:true}") boolean wanted) {
        this.loading = loading;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (wanted && !loading.isDone()) {
            Thread.ofVirtual().name("places").start(this::load);
        }
    }

    private void load() {
        try {
            loading.load(loaded::set);
            LOG.info("The places of the gazetteer are loaded");
        } catch (RuntimeException e) {
            LOG.error("The places of the gazetteer could not be loaded; the next start tries again", e);
        }
    }
}
