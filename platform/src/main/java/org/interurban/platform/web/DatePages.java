package org.interurban.platform.web;

import org.interurban.platform.authority.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reads a date back to whoever is typing it; what a form shows when it comes back says the same. */
@Controller
class DatePages {

    @Open
    @GetMapping("/dates/read")
    String read(
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String extent,
            Model model) {
        model.addAttribute("typed", new TypedDate(typed));
        model.addAttribute("name", name);
        model.addAttribute("extent", extent);
        return "components/forms :: understood";
    }
}
