package ai.whatsflow.billing.invoice;

import org.jspecify.annotations.Nullable;

/** Gapless within a series and year: {@code WF-2026-000042}. */
record InvoiceNumber(String series, int year, long number) {

    static @Nullable String text(@Nullable String series, int year, long number) {
        return series == null ? null : new InvoiceNumber(series, year, number).toString();
    }

    @Override
    public String toString() {
        return "%s-%d-%06d".formatted(series, year, number);
    }
}
