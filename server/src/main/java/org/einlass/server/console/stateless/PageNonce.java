package org.einlass.server.console.stateless;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.primefaces.context.PrimeFacesContext;

/** The nonce of a page's own scripts (Content Security Policy 3), which PrimeFaces wants back with each form. */
@Named
@RequestScoped
public class PageNonce {
    public String getText() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
