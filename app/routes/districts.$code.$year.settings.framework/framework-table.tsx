import { ruleText } from '#app/components/framework/rule-text.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import type { Framework } from '#app/domain/framework.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** The framework in use, to read. */
export function FrameworkTable({ framework }: { framework: Framework }) {
  const { t, language } = useT();
  const parents = new Set(framework.nodes.map(({ parent }) => parent));
  return (
    <section>
      <h2>{t('framework.table.title')}</h2>
      <ScrollRegion label={t('framework.table.title')}>
        <table className="data-table framework-table">
          <TableHead
            columns={[
              [t('framework.table.name')],
              [t('framework.table.weight'), 'n'],
              [t('framework.table.unverified')],
              [t('framework.table.rule')],
            ]}
          />
          <tbody>
            {framework.nodes.map((node) => (
              <tr key={node.code} data-level={node.level}>
                <th scope="row">{localName(language, node)}</th>
                <td className="n">{formatScore(node.weight, language)}</td>
                <td>{node.verified ? null : <span className="badge">{t('framework.table.mark')}</span>}</td>
                <td className="words">
                  {parents.has(node.code) ? null : ruleText(node.rule, t)}
                  {node.rule && !node.rule.verified && !parents.has(node.code) ? (
                    <span className="badge">{t('framework.rule.unverified')}</span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('framework.table.total')}</th>
              <td className="n">{formatScore(framework.totalWeight, language)}</td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}
