/* SPDX-License-Identifier: ISC */
/* The orders of all articles, each made when it is first asked for and then kept. */
#ifndef DOSSIER_SRC_STATE_ORDERS_H
#define DOSSIER_SRC_STATE_ORDERS_H

#include "dossier/state/state.h"

/* The words for the orders and the groupings, as the options have them. */
enum list_order orders_named(struct str name);
enum grouping orders_grouping(struct str name);
/* All articles by BY; under GROUPING, by that first. It lives till orders_forget; one that depends
 * on what changes in reading may be replaced by the next call, and its old one lives till
 * orders_drop. */
struct order order_of(struct state *state, enum list_order by, enum grouping grouping);
/* For each article the rank of its source's name; of none the largest. */
const uint32_t *orders_sources(struct state *state);
/* The thread, what is counted, or what is read are others now. */
void orders_changed(struct orders *orders);
void orders_drop(struct orders *orders);
void orders_forget(struct orders *orders);

#endif
