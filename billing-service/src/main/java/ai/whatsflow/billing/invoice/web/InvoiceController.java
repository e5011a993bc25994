package ai.whatsflow.billing.invoice.web;

import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.Invoices;
import ai.whatsflow.platform.paging.Page;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "Invoices")
class InvoiceController {

    private final Invoices invoices;

    InvoiceController(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping
    @Operation(summary = "Issued invoices of the own account and those below it, newest first")
    Page<InvoiceView> list(Caller caller, PageRequest page) {
        caller.require("invoices:read");
        return Page.of(invoices.page(caller.scope(), page.before(), page.limit()), page, Invoice::id)
                .map(InvoiceView::of);
    }

    @GetMapping("/{invoiceId}")
    @Operation(summary = "One invoice with its lines and how it was paid")
    InvoiceView get(Caller caller, @PathVariable UUID invoiceId) {
        caller.require("invoices:read");
        return invoices.find(invoiceId)
                .filter(invoice -> caller.reaches(invoice.accountId()))
                .map(InvoiceView::of)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such invoice."));
    }
}
