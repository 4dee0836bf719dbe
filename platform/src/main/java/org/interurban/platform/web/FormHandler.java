package org.interurban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Calls a handler: once for each form that it is sent where it says {@link Once}, and with what could be read of the form. */
final class FormHandler extends ServletInvocableHandlerMethod {

    private final ObjectProvider<SentForms> forms;

    FormHandler(HandlerMethod handler, ObjectProvider<SentForms> forms) {
        super(handler);
        this.forms = forms;
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
        return hasMethodAnnotation(Once.class)
                ? forms.getObject().carryOut(request(), () -> super.doInvoke(arguments))
                : super.doInvoke(arguments);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** A value that cannot be read, such as a version that is no number, leaves the model without its form: it is put back. */
    @Override
    protected @Nullable Object[] getMethodArgumentValues(
            NativeWebRequest request, @Nullable ModelAndViewContainer page, @Nullable Object... provided)
            throws Exception {
        var arguments = super.getMethodArgumentValues(request, page, provided);
        for (var parameter : getMethodParameters()) {
            var form = parameter.getParameterAnnotation(ModelAttribute.class);
            if (form != null && page != null && page.getModel().get(form.name()) == null) {
                var errors = page.getModel().get(BindingResult.MODEL_KEY_PREFIX + form.name());
                page.addAttribute(form.name(), Objects.requireNonNull(arguments[parameter.getParameterIndex()]));
                page.getModel()
                        .put(BindingResult.MODEL_KEY_PREFIX + form.name(), errors); // went with the form that was none
            }
        }
        return arguments;
    }
}
