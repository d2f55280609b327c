package org.einlass.server.console.stateless;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import org.einlass.server.console.PageRoles;

/**
 * Makes the views of pages that everybody may open stateless from the beginning. Their {@code f:view} says so as
 * well, but is read only after PrimeFaces has kept its nonce, and with it a session, for a view of any other kind.
 */
public final class StatelessViews extends ViewHandlerWrapper {
    public StatelessViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        if (PageRoles.isOpen(view.getViewId())) {
            view.setTransient(true);
        }
        return view;
    }
}
