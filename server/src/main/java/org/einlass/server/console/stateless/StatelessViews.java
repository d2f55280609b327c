package org.einlass.server.console.stateless;

import jakarta.faces.FactoryFinder;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKitFactory;
import org.einlass.server.console.PageRoles;
import org.jspecify.annotations.Nullable;

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

    /** A form that says it is stateless counts as one of a view that is gone, except on these pages. */
    @Override
    public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
        return PageRoles.isOpen(viewId) || !isStateless(context, viewId) ? super.restoreView(context, viewId) : null;
    }

    private boolean isStateless(FacesContext context, String viewId) {
        RenderKitFactory kits = (RenderKitFactory) FactoryFinder.getFactory(FactoryFinder.RENDER_KIT_FACTORY);
        return context.isPostback()
                && kits.getRenderKit(context, calculateRenderKitId(context))
                        .getResponseStateManager()
                        .isStateless(context, viewId);
    }
}
