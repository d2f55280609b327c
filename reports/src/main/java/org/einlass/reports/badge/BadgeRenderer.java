package org.einlass.reports.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.reports.Inks;
import org.einlass.reports.PrintedPages;
import org.einlass.reports.jasper.SheetRenderer;
import org.einlass.reports.page.DocumentMetadata;
import org.einlass.reports.page.Ink;

/**
 * Sets badges by one layout and makes pages of them. Make one for a layout and keep it; it may be used by any
 * number of threads.
 *
 * <p>Never throws for what stands in a badge: a name that does not fit comes back as {@link
 * LaidOutBadge.NeedsBadgeName}.
 */
public final class BadgeRenderer {

    private static final int WARM_UP_DPI = 300;

    private final BadgeFormat format;
    private final BadgeSetter setter;
    private final Imposition imposition;
    private final SheetRenderer sheetRenderer = new SheetRenderer();

    /**
     * A press for a layout; pictures that cannot be read are remarks of every badge.
     *
     * @throws IllegalArgumentException for a layout that {@link LayoutCheck} finds impossible, with its
     *     sentences
     */
    public BadgeRenderer(BadgeLayout layout) {
        List<LayoutFault> faults = LayoutCheck.faults(layout);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    faults.stream().map(LayoutFault::english).collect(Collectors.joining(" ")));
        }
        this.format = layout.format();
        this.setter = new BadgeSetter(layout);
        this.imposition = new Imposition(layout.format(), setter.hasBack());
    }

    /** Sets one badge. */
    public LaidOutBadge set(Badge badge) {
        BadgeSetter.Sides sides = setter.set(badge);
        if (sides.refusal().isPresent()) {
            return sides.refusal().get();
        }
        PrintedPages pages =
                print(List.of(sides), new DocumentMetadata(badge.name().text(), badge.language()));
        return new LaidOutBadge.Ready(pages, sides.remarks(), sides.capHeight());
    }

    /**
     * Sets many badges into one file, in their order. Badges that cannot be set leave no gap and no page.
     *
     * @param title of the file
     */
    public LaidOutBadges setAll(List<Badge> badges, String title, Locale language) {
        return setStyled(badges.stream().map(badge -> new Styled(this, badge)).toList(), title, language);
    }

    /** A badge with what it is set by. */
    public record Styled(BadgeRenderer renderer, Badge badge) {}

    /**
     * Sets badges of several layouts of one format into one file, in their order.
     *
     * @param badges all of one format
     * @param title of the file
     */
    public static LaidOutBadges setStyled(List<Styled> badges, String title, Locale language) {
        List<BadgeSetter.Sides> set = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean twoSided = badges.stream().anyMatch(one -> one.renderer().setter.hasBack());
        for (int i = 0; i < badges.size(); i++) {
            BadgeSetter.Sides sides =
                    badges.get(i).renderer().setter.set(badges.get(i).badge());
            if (sides.refusal().isEmpty()) {
                set.add(sides);
            }
            finding(i, sides).ifPresent(findings::add);
        }
        if (set.isEmpty()) {
            return new LaidOutBadges(Optional.empty(), findings);
        }
        BadgeRenderer first = badges.get(0).renderer();
        PrintedPages pages = first.sheetRenderer.print(
                new Imposition(first.format, twoSided).sheets(set), new DocumentMetadata(title, language));
        return new LaidOutBadges(Optional.of(pages), findings);
    }

    /**
     * The day before: which badges cannot be printed, and which are smaller or emptier than wanted. Makes no
     * pages.
     */
    public List<Finding> preflight(List<Badge> badges) {
        return preflightAll(
                badges.stream().map(badge -> new Styled(this, badge)).toList());
    }

    /** The same of badges of several layouts. */
    public static List<Finding> preflightAll(List<Styled> badges) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < badges.size(); i++) {
            Styled one = badges.get(i);
            finding(i, one.renderer().setter.set(one.badge())).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> finding(int index, BadgeSetter.Sides sides) {
        if (sides.refusal().isEmpty() && sides.remarks().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(index, sides.refusal(), sides.remarks(), sides.capHeight()));
    }

    /**
     * Sets, draws and forgets one badge, so that the first guest need not wait for classes and fonts. Takes
     * some seconds.
     */
    public void warmUp() {
        CategoryBand category = new CategoryBand("Probe", "Test", Ink.BLACK, BandPattern.STRIPES);
        Badge sample = new Badge(
                BadgeName.chosen("Probe Druck"),
                "Probe",
                "Donaudampfschifffahrtsgesellschaft",
                "Probe",
                category,
                "B",
                "Probe",
                List.of("Probe"),
                Locale.GERMAN);
        LaidOutBadge set = set(sample);
        set.fold(
                ready -> {
                    ready.pages().raster(0, WARM_UP_DPI, Inks.BLACK);
                    return ready.pages().pdf().length;
                },
                refused -> 0);
    }

    private PrintedPages print(List<BadgeSetter.Sides> sides, DocumentMetadata documentMetadata) {
        return sheetRenderer.print(imposition.sheets(sides), documentMetadata);
    }
}
