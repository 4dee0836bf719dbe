package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.interurban.platform.authority.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Calls a handler: once for each form that it is sent where it says {@link Once}, and with what could be read of the form. */
final class FormHandler extends ServletInvocableHandlerMethod {

    private final ObjectProvider<SentForms> forms;
    private final ObjectProvider<Drafts> drafts;

    FormHandler(HandlerMethod handler, ObjectProvider<SentForms> forms, ObjectProvider<Drafts> drafts) {
        super(handler);
        this.forms = forms;
        this.drafts = drafts;
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
        var answer = carriedOut(arguments);
        var account = Rights.account();
        if (account != null && hasMethodAnnotation(PostMapping.class) && leadsOn(answer)) {
            drafts.getObject().drop(account, request().getRequestURI());
        }
        return answer;
    }

    /** Whether the form was taken: what is wrong with one is said on a page, or by a {@link Refusal}. */
    private static boolean leadsOn(@Nullable Object answer) {
        return switch (answer) {
            case Refusal _ -> false;
            case ModelAndView page ->
                page.getViewName() != null && page.getViewName().startsWith("redirect:");
            case String view -> view.startsWith("redirect:");
            case null, default -> false;
        };
    }

    private @Nullable Object carriedOut(@Nullable Object... arguments) throws Exception {
        var once = getMethodAnnotation(Once.class);
        if (once == null) {
            return super.doInvoke(arguments);
        }
        return once.whenStored()
                ? forms.getObject().oneAfterAnother(request(), () -> super.doInvoke(arguments))
                : forms.getObject().carryOut(request(), () -> super.doInvoke(arguments));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /**
     * A value that cannot be read, such as a version that is no number, leaves the model without its form, and what is wrong with it
     * without the rest: both are put back. A name that no field has, such as {@code title[7]}, is refused.
     */
    @Override
    protected @Nullable Object[] getMethodArgumentValues(
            NativeWebRequest request, @Nullable ModelAndViewContainer page, @Nullable Object... provided)
            throws Exception {
        var arguments = arguments(request, page, provided);
        for (var parameter : getMethodParameters()) {
            var form = parameter.getParameterAnnotation(ModelAttribute.class);
            if (form != null && page != null && page.getModel().get(form.name()) == null) {
                var read = arguments[parameter.getParameterIndex()];
                if (read == null) {
                    throw new ServletRequestBindingException("A value of the form cannot be read");
                }
                var key = BindingResult.MODEL_KEY_PREFIX + form.name();
                var errors = new BeanPropertyBindingResult(read, form.name());
                if (page.getModel().get(key) instanceof BindingResult ofNoForm) {
                    errors.addAllErrors(ofNoForm);
                    Arrays.asList(arguments).replaceAll(argument -> argument == ofNoForm ? errors : argument);
                }
                page.addAttribute(form.name(), read);
                page.getModel().put(key, errors);
            }
        }
        return arguments;
    }

    private @Nullable Object[] arguments(
            NativeWebRequest request, @Nullable ModelAndViewContainer page, @Nullable Object... provided)
            throws Exception {
        try {
            return super.getMethodArgumentValues(request, page, provided);
        } catch (InvalidPropertyException foreignName) {
            throw new ServletRequestBindingException("A parameter has a name that cannot be read", foreignName);
        }
    }
}
