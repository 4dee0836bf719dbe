package org.interurban.platform.people;

import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks once more before a person is erased. */
@Controller
@Requires(value = "DIRECTORY_EDIT", network = true)
class ErasePersonPages {

    private final ErasePerson erasePerson;

    ErasePersonPages(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    @GetMapping("/people/{id}/erase")
    String ask(@PathVariable PersonId id, Model model) {
        model.addAttribute(
                "person",
                erasePerson.find(id).orElseThrow(() -> new NotFound(id.value().toString())));
        return "people/erase";
    }

    @Once
    @PostMapping("/people/{id}/erase")
    String erase(@PathVariable PersonId id, RedirectAttributes redirect) {
        var person =
                erasePerson.find(id).orElseThrow(() -> new NotFound(id.value().toString()));
        erasePerson.erase(id);
        redirect.addFlashAttribute("notice", "people.erased");
        return "redirect:" + person.organisationLink();
    }
}
