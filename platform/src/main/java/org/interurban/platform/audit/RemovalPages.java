package org.interurban.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.interurban.platform.audit.UndoRemoval.Outcome;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The button in the message after a removal, which brings back what was removed. */
@Controller
@Requires("OWN_ACCOUNT")
class RemovalPages implements WebMvcConfigurer {

    private final UndoRemoval removals;

    RemovalPages(UndoRemoval removals) {
        this.removals = removals;
    }

    @Once
    @PostMapping("/removals/{id}/undo")
    ModelAndView undo(@PathVariable RemovalId id, RedirectAttributes next) {
        return switch (removals.undo(id)) {
            case Outcome.Undone(var back) -> {
                next.addFlashAttribute("notice", "audit.removal.undone");
                yield new ModelAndView("redirect:" + back);
            }
            case Outcome.ChangedSince _ -> refused("audit.removal.changed", next);
            case Outcome.TooLate _ -> refused("audit.removal.late", next);
            case Outcome.Unknown() -> throw new NotFound("There is no removal " + id);
        };
    }

    private static ModelAndView refused(String notice, RedirectAttributes next) {
        return Refusal.saying(notice, "/work", next);
    }

    /** What a deed offered is said beside the message on the page to which it leads. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView page) {
                var offered = request.getAttribute(OfferedRemovals.OFFERED);
                if (offered != null) {
                    RequestContextUtils.getOutputFlashMap(request).put("removal", offered);
                }
            }
        });
    }

    @Bean
    static RecurringTask<Void> forgetOldRemovals(UndoRemoval removals) {
        return Tasks.recurring("forget-old-removals", FixedDelay.ofHours(24))
                .execute((instance, context) -> removals.forgetOld());
    }
}
