import type { ComponentType } from 'preact';
import type { Section } from '../form/sections.ts';
import { AccountSection } from './sections/AccountSection.tsx';
import { CostsSection } from './sections/CostsSection.tsx';
import { DeclarationsSection } from './sections/DeclarationsSection.tsx';
import { PositionsSection } from './sections/PositionsSection.tsx';
import { ProviderSection } from './sections/ProviderSection.tsx';
import { PurposeSection } from './sections/PurposeSection.tsx';
import { ScopeSection } from './sections/ScopeSection.tsx';
import { SharesSection } from './sections/SharesSection.tsx';

/** What is asked in each section. */
export const sectionParts: Partial<Record<Section, ComponentType>> = {
  provider: ProviderSection,
  account: AccountSection,
  scope: ScopeSection,
  purpose: PurposeSection,
  positions: PositionsSection,
  shares: SharesSection,
  costs: CostsSection,
  declarations: DeclarationsSection,
};
