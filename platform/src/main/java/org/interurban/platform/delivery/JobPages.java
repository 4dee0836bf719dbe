package org.interurban.platform.delivery;

import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own work under way; administrators see the system's too. */
@Controller
@Requires("OWN_ACCOUNT")
@RequestMapping("/jobs")
class JobPages {

    private final Jobs jobs;
    private final Rights rights;

    JobPages(Jobs jobs, Rights rights) {
        this.jobs = jobs;
        this.rights = rights;
    }

    @InMenu(atWork = true, place = 120, words = "delivery.jobs", section = "jobs")
    @GetMapping
    String list(Model model) {
        var account = rights.current().account();
        model.addAttribute(
                "jobs",
                account == null
                        ? java.util.List.of()
                        : jobs.startedBy(account, rights.may(CommonPermission.ADMINISTRATION)));
        return "delivery/jobs";
    }

    @GetMapping("/{id}")
    String show(@PathVariable JobId id, Model model) {
        model.addAttribute("job", job(id));
        return "delivery/job";
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable JobId id) {
        jobs.cancel(job(id).id());
        return "redirect:/jobs/" + id;
    }

    private Jobs.Job job(JobId id) {
        return jobs.find(id)
                .filter(job -> rights.may(CommonPermission.ADMINISTRATION)
                        || (job.startedBy() != null
                                && job.startedBy().equals(rights.current().account())))
                .orElseThrow(() -> new NotFound("There is no such work of yours."));
    }
}
